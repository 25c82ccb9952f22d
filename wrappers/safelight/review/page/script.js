"use strict";

const SHOWN = 1600, CLOSE = 4096, SMALL = 160, GROUNDS = ["board", "white", "black"];
const WORDS = { accept: "accepted", reject: "rejected at the next run", redo: "bought again at the next run" };
const $ = (id) => document.getElementById(id);
const items = [];
let at = 0, after = "", loading = null, file = 0, zoom = 1, asked = 0;

async function call(path, body) {
  const options = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let answer;
  try { answer = await fetch(path, options); } catch { throw new Error("the page is no longer served: start safelight batch review again"); }
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.error);
  return value;
}

function tell(error) {
  $("toast").textContent = error.message;
  $("toast").hidden = false;
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => { $("toast").hidden = true; }, 6000);
}

const picture = (item, which, place, side) =>
  `picture?item=${encodeURIComponent(item.id)}&which=${which}&place=${place}&side=${side}&attempt=${item.attempt}`;

// Items come page by page; the next is asked for before it is needed.
function more() {
  if (after === null) return Promise.resolve();
  loading ??= call(`items?after=${after}`).then((page) => {
    $("batch").textContent = page.batch;
    document.title = `${page.batch}: review`;
    if (page.accept_only) acceptOnly();
    for (const item of page.items) { items.push(item); $("strip").append(thumb(item, items.length - 1)); }
    after = page.after;
  }).finally(() => { loading = null; });
  return loading;
}

function thumb(item, place) {
  const button = document.createElement("button");
  const image = document.createElement("img");
  image.loading = "lazy";
  image.alt = item.name;
  if (item.pictures) image.src = picture(item, "after", 0, SMALL);
  button.title = item.name;
  button.append(image);
  button.addEventListener("click", () => show(place));
  item.thumb = button;
  mark(item);
  return button;
}

function mark(item) {
  const kind = item.decision ? `is-${item.decision.choice}` : item.suspect ? "suspect" : "";
  item.thumb.className = kind;
}

function set(image, address) {
  if (address) { if (image.getAttribute("src") !== address) image.src = address; } else image.removeAttribute("src");
}

function draw() {
  const item = items[at], side = zoom > 1 ? CLOSE : SHOWN;
  set(document.querySelector(".before img"), picture(item, "before", 0, side));
  set(document.querySelector(".after img"), item.pictures ? picture(item, "after", file, side) : null);
  $("files").textContent = item.pictures > 1 ? `${file + 1} of ${item.pictures}` : "";
  $("pair").classList.toggle("zoomed", zoom > 1);
  $("pair").style.setProperty("--zoom", zoom);
}

function say(item) {
  $("name").textContent = item.name;
  $("name").title = item.source;
  $("position").textContent = `${at + 1} of ${items.length}${after === null ? "" : " and more"}`;
  $("verdict").className = item.suspect ? "suspect" : "";
  $("verdict").textContent = item.suspect ? `Suspect: ${item.reasons.join("; ")}` : item.unchecked ? `Not checked: ${item.unchecked}` : "";
  const price = item.credits === null ? "" : amount(item.credits);
  $("facts").textContent = [`${item.title}: ${item.operation}`, item.options, price].filter(Boolean).join(" · ");
  const made = item.decision;
  $("decision").className = made ? made.choice : "";
  $("decision").textContent = !made ? "" : made.choice !== "redo" ? WORDS[made.choice]
    : [`${WORDS.redo}: ${made.title}`, made.options, credits(made.credits)].filter(Boolean).join(", ");
}

const amount = (count) => `${count} credit${count === 1 ? "" : "s"}`;
const credits = (count) => count === null ? "credits unknown: no document states a price" : `at most ${amount(count)}`;

async function show(place) {
  if (place >= items.length - 20) { const page = more(); if (place >= items.length) await page; }
  if (!items.length) return;
  items[at]?.thumb.removeAttribute("aria-current");
  at = Math.max(0, Math.min(place, items.length - 1));
  file = 0;
  zoom = 1;
  const item = items[at];
  item.thumb.setAttribute("aria-current", "true");
  const strip = $("strip"); // scrolled by itself, for on a telephone the page would move too
  strip.scrollLeft = item.thumb.offsetLeft - strip.offsetLeft - (strip.clientWidth - item.thumb.offsetWidth) / 2;
  draw();
  say(item);
  const next = items[at + 1];
  if (next) for (const which of ["before", "after"]) new Image().src = picture(next, which, 0, SHOWN);
}

function count(counts) {
  const words = [[counts.suspect, "suspect"], [counts.accepted, "accepted"], [counts.to_reject, "to reject"], [counts.to_redo, "to redo"], [counts.rejected, "rejected before"]];
  $("counts").textContent = words.filter(([number]) => number).map(([number, word]) => `${number} ${word}`).join(" · ") || `${counts.done} done`;
}

async function decide(choice, more_) {
  const item = items[at], place = at;
  const answer = await call("decide", { item: item.id, attempt: item.attempt, choice, ...more_ });
  item.decision = answer.decision;
  mark(item);
  count(answer.counts);
  if (choice && place + 1 < items.length + (after === null ? 0 : 1)) await show(place + 1); else say(items[at]);
}

// Redo: a form of the operation's options at a vendor

async function open(other) {
  const item = items[at];
  const form = await fill(item, item.vendor);
  const others = form.vendors.filter((one) => one.name !== item.vendor);
  if (other && !others.length) throw new Error(`no other vendor has ${item.operation}`);
  if (other) await fill(item, others[0].name);
  $("redo").showModal();
  (other ? $("vendor") : $("fields").querySelector("select, input") ?? $("order")).focus();
}

async function fill(item, vendor) {
  const form = await call(`form?item=${encodeURIComponent(item.id)}&vendor=${vendor}`);
  $("vendor").replaceChildren(...form.vendors.map((one) => new Option(one.title, one.name, false, one.name === vendor)));
  $("fields").replaceChildren(...form.fields.map(field));
  await price();
  return form;
}

function field(one) {
  const label = document.createElement("label"), name = document.createElement("span"), about = document.createElement("small");
  label.className = "field";
  name.textContent = one.name + (one.required ? " *" : "");
  about.textContent = one.about;
  let input;
  if (one.choices.length) {
    input = document.createElement("select");
    input.append(new Option(one.default ? `default: ${one.default}` : "default", ""), ...one.choices.map((choice) => new Option(choice)));
  } else {
    input = document.createElement("input");
    input.placeholder = one.default;
  }
  input.value = one.value;
  input.name = one.name;
  label.append(name, input, about);
  return label;
}

const wanted = () => ({
  vendor: $("vendor").value,
  options: Object.fromEntries([...$("fields").querySelectorAll("select, input")].map((input) => [input.name, input.value])),
});

function wrong(error) {
  $("price").textContent = error.message;
  $("price").className = "wrong";
}

async function price() {
  const number = ++asked;
  try {
    const answer = await call("price", { item: items[at].id, ...wanted() });
    if (number !== asked) return;
    $("price").className = "";
    $("price").textContent = `Price: ${credits(answer.credits)}`;
  } catch (error) { if (number === asked) wrong(error); }
}

const act = {
  a: () => decide("accept"),
  r: () => decide("reject"),
  u: () => decide(null),
  o: () => open(false),
  v: () => open(true),
  z: () => { zoom = zoom > 1 ? 1 : 3; draw(); },
  "+": () => { zoom = Math.min(12, zoom * 1.5); draw(); },
  "-": () => { zoom = Math.max(1, zoom / 1.5); draw(); },
  b: () => { $("stage").dataset.ground = GROUNDS[(GROUNDS.indexOf($("stage").dataset.ground) + 1) % GROUNDS.length]; },
  f: () => { file = (file + 1) % Math.max(1, items[at].pictures); draw(); },
  ArrowRight: () => show(at + 1),
  ArrowLeft: () => show(at - 1),
  Escape: () => { zoom = 1; draw(); },
  "?": () => $("help").showModal(),
};
Object.assign(act, { j: act.ArrowRight, " ": act.ArrowRight, k: act.ArrowLeft, "=": act["+"] });

// A sync fetches again what is moved away, so its results can only be accepted.
function acceptOnly() {
  for (const key of "rov") delete act[key];
  for (const element of document.querySelectorAll(".not-sync")) element.hidden = true;
}

// One key after another, so that a decision is always about the result that is seen.
let busy = Promise.resolve();
function press(key) {
  if (!act[key] || (!items.length && key !== "?")) return;
  busy = busy.then(act[key]).catch(tell);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (!act[key] || (event.repeat && "aruov".includes(key))) return;
  event.preventDefault();
  press(key);
});
for (const button of document.querySelectorAll("button[data-key]")) {
  button.addEventListener("click", () => { press(button.dataset.key); button.blur(); });
}
$("pair").addEventListener("click", (event) => { if (event.target.closest(".frame")) press("z"); });
$("pair").addEventListener("pointermove", (event) => {
  const frame = event.target.closest(".frame")?.getBoundingClientRect();
  if (!frame) return;
  $("pair").style.setProperty("--x", `${((event.clientX - frame.left) / frame.width) * 100}%`);
  $("pair").style.setProperty("--y", `${((event.clientY - frame.top) / frame.height) * 100}%`);
});
for (const image of document.querySelectorAll(".frame img")) image.addEventListener("error", () => image.removeAttribute("src"));
$("vendor").addEventListener("change", () => fill(items[at], $("vendor").value).catch(wrong));
$("fields").addEventListener("change", () => price());
$("cancel").addEventListener("click", () => $("redo").close());
$("redo").querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  decide("redo", wanted()).then(() => $("redo").close()).catch(wrong);
});

call("counts").then(async (counts) => {
  count(counts);
  await more();
  if (items.length) { await show(0); return; }
  $("stage").hidden = $("strip").hidden = true;
  $("empty").hidden = false;
  $("empty").textContent = counts.done ? "Nothing is left to decide. With --all, the command shows every result again." : "No result is there yet.";
}).catch(tell);
