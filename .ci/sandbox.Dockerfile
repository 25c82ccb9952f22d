# The emulator of all vendors as an image. From the top of the repository:
#
#   docker build -f .ci/sandbox.Dockerfile -t safelight-sandbox .
#   docker run --rm -p 127.0.0.1:8765:8765 safelight-sandbox
#
# docs/sandbox.md says how to use it.
FROM python:3.13-slim AS build
COPY pyproject.toml README.md LICENSE /source/
COPY wrappers /source/wrappers
COPY generated /source/generated
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir '/source[cli,sandbox]'

FROM python:3.13-slim
RUN useradd --system sandbox
COPY --from=build /venv /venv
USER sandbox
EXPOSE 8765
# By the container's own address, which it listens on whatever its --host is.
HEALTHCHECK --start-period=30s CMD ["/venv/bin/python", "-c", "import socket, urllib.request; urllib.request.urlopen(f'http://{socket.gethostbyname(socket.gethostname())}:8765/sandbox/health', timeout=5)"]
ENTRYPOINT ["/venv/bin/safelight", "sandbox", "--host", "0.0.0.0"]
