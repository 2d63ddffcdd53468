"""Talks to the kernel as Jupyter does, and prints what it answers, a line for each fact."""
import sys

from jupyter_client.manager import KernelManager

manager = KernelManager(kernel_name="almagest-java")
manager.start_kernel(stderr=sys.stderr)
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=120)


def answer(request):
    """The content of the reply to a request."""
    while True:
        message = client.get_shell_msg(timeout=120)
        if message["parent_header"].get("msg_id") == request:
            return message["content"]


def run(code, interrupt=False):
    """Runs a cell and returns the status of its reply and its outputs."""
    outputs = []
    request = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=120)
        if message["parent_header"].get("msg_id") != request:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "stream":
            outputs.append(content["name"] + ":" + content["text"].strip())
            if interrupt:
                manager.interrupt_kernel()
        elif kind in ("execute_result", "display_data"):
            outputs.append(kind + ":" + content["data"]["text/plain"])
        elif kind == "error":
            outputs.append("error:" + " | ".join(content["traceback"]))
        elif kind == "status" and content["execution_state"] == "idle":
            break
    return answer(request)["status"] + " " + " / ".join(outputs)


print("value", run("int answer = 42;\nanswer"))
print("streams", run('System.out.println("out");\nSystem.err.println("err");'))
print("show", run('show("shown");'))
print("fault", run("int a = 1;\nint b = missing;"))
print("interrupt", run('System.out.println("runs");\nwhile (true) { }', interrupt=True))
print("asleep", run('System.out.println("sleeps");\nThread.sleep(600_000);', interrupt=True))
print("open", run("var warehouse = WarehouseReader.open();"))
query = (
    'System.out.println("asks");\n'
    'warehouse.query("SELECT count(*) FROM range(10000000) a, range(10000000) b");'
)
print("query", run(query, interrupt=True))
print("after", run("answer"))
print("complete", answer(client.complete("WarehouseReader.op", 18))["matches"])
inspected = answer(client.inspect("show(", 5))
print("inspect", inspected["found"], inspected["data"].get("text/plain", "").splitlines()[:1])
print("is_complete", answer(client.is_complete("if (true) {"))["status"])
client.stop_channels()
manager.shutdown_kernel()
print("alive", manager.is_alive())
