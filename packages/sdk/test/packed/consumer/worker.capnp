using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      modules = [(name = "worker", esModule = embed "dist/worker.js")],
      compatibilityDate = "2026-01-01",
      globalOutbound = "network",
    )),
    # Unless told, workers reach public addresses alone.
    (name = "network", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
