"use strict";

const REFRESH_MILLISECONDS = 700;
let titles = {};
const named = (vendor) => titles[vendor] ?? vendor;
const find = (id) => document.getElementById(id);

// Everything that came over the wire goes in as text, never as markup.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function bytes(count) {
  if (count < 1000) return `${count} B`;
  if (count < 1e6) return `${(count / 1e3).toFixed(1)} kB`;
  return `${(count / 1e6).toFixed(1)} MB`;
}

function rows(id, items, cells, none) {
  const body = find(id).tBodies[0];
  const made = items.map((item) => make("tr", {}, ...cells(item)));
  if (!made.length) made.push(make("tr", {}, make("td", { className: "quiet", colSpan: 9, textContent: none })));
  body.replaceChildren(...made);
}

const cell = (text, className = "") => make("td", { textContent: text, className });

function picture(caption, source) {
  const image = make("img", { src: source, alt: caption, loading: "lazy" });
  return framed(caption, image);
}

function framed(caption, content) {
  const frame = make("div", { className: "frame" }, content);
  return make("figure", {}, make("figcaption", { textContent: caption, title: caption }), frame);
}

function product(output) {
  const size = output.width ? `${output.width} × ${output.height}, ` : "";
  const caption = `${output.role} (${size}${bytes(output.size)})`;
  if (output.kind.startsWith("image/")) return picture(caption, output.picture);
  return framed(caption, output.kind);
}

function card(task) {
  const pictures = make("div", { className: task.outputs.length > 1 ? "pictures many" : "pictures" });
  if (task.before) pictures.append(picture("before", task.before));
  task.outputs.forEach((output) => pictures.append(product(output)));
  const title = make(
    "h3", {},
    make("span", { textContent: `${named(task.vendor)} · ${task.operation}` }),
    make("span", { className: `phase ${task.phase}`, textContent: task.phase }),
  );
  const polls = task.polls === 1 ? "1 poll" : `${task.polls} polls`;
  const facts = `${task.account} · ${polls} · ${task.seconds.toFixed(1)} s`;
  return make(
    "article", { className: "task" }, title,
    make("p", { className: "id", textContent: task.id, title: task.id }),
    make("p", { className: "facts", textContent: facts }),
    task.failure ? make("p", { className: "bad", textContent: task.failure }) : null,
    ["queued", "running"].includes(task.phase) ? make("progress", { max: 100, value: task.progress }) : null,
    pictures,
  );
}

const drawn = new Map();

function showTasks(tasks) {
  find("tasks-empty").hidden = tasks.length > 0;
  find("tasks-count").textContent = tasks.length ? String(tasks.length) : "";
  const cards = tasks.map((task) => {
    // A card is made anew only when its task changed, so that pictures do not flicker.
    const state = JSON.stringify(task);
    const known = drawn.get(task.number);
    if (known && known.state === state) return known.element;
    const element = card(task);
    drawn.set(task.number, { state, element });
    return element;
  });
  const list = find("tasks");
  const same = cards.length === list.children.length && cards.every((item, place) => item === list.children[place]);
  if (!same) list.replaceChildren(...cards);
}

function showAddresses(vendors) {
  const made = Object.entries(vendors).map(([name, url]) =>
    make("div", {}, make("b", { textContent: named(name) }), make("code", { textContent: url })));
  if (find("addresses").children.length !== made.length) find("addresses").replaceChildren(...made);
}

function show(state) {
  find("status").textContent =
    `${state.url} · ${new Date(state.time * 1000).toLocaleTimeString([], { hour12: false })} · limits ${state.limits ? "kept" : "off"}`;
  titles = state.titles;
  showAddresses(state.vendors);
  showTasks(state.tasks);
  rows("ledger", state.ledger, (item) => [
    cell(named(item.vendor)), cell(item.operation), cell(item.account), cell(item.count, "number"), cell(item.credits, "number"),
  ], "Nothing was paid.");
  rows("faults", state.faults, (item) => [
    cell(item.kind), cell(`${named(item.vendor ?? "any vendor")} · ${item.operation ?? "any operation"}`),
    cell(`${item.struck}${item.times === null ? "" : ` of ${item.times}`}`, "number"),
  ], "No fault is planned.");
  find("requests-count").textContent = state.requests.length ? `last ${state.requests.length}` : "";
  rows("requests", state.requests, (item) => [
    cell(item.number, "number"), cell(named(item.vendor)), cell(item.operation),
    cell(item.status || "closed", item.status >= 200 && item.status < 400 ? "" : "bad"),
    cell(`${(item.seconds * 1000).toFixed(1)} ms`, "number"),
    cell(bytes(item.bytes_received), "number"), cell(bytes(item.bytes_sent), "number"), cell(item.faults.join(", ")),
  ], "No request yet.");
}

async function refresh() {
  try {
    const answer = await fetch("/sandbox/state", { cache: "no-store" });
    show(await answer.json());
  } catch {
    find("status").textContent = "the sandbox does not answer";
  }
  setTimeout(refresh, REFRESH_MILLISECONDS);
}

refresh();
