"""Times kernels through Jupyter's own client. Prints one line for each kernel and run: name, then the seconds of each measurement."""
import statistics
import sys
import time

from jupyter_client.manager import KernelManager

CELLS = 50
CODE = {
    ".net-csharp": dict(first="1 + 1", cell="var x{0} = {0}; x{0}", member="Enumerable.Range(0, 3).Sel"),
    "python3": dict(first="1 + 1", cell="x{0} = {0}; x{0}", member="import itertools; itertools.cha"),
}


def measure(name):
    code = CODE[name]
    start = time.perf_counter()
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        ready = time.perf_counter() - start

        def execute(text):
            begin = time.perf_counter()
            reply = client.execute_interactive(text, timeout=60, output_hook=lambda message: None)
            assert reply["content"]["status"] == "ok", reply["content"]
            return time.perf_counter() - begin

        def complete(text):
            begin = time.perf_counter()
            identity = client.complete(text)
            while client.get_shell_msg(timeout=60)["parent_header"]["msg_id"] != identity:
                pass
            return time.perf_counter() - begin

        first = execute(code["first"])
        cells = [execute(code["cell"].format(number)) for number in range(CELLS)]
        complete(code["member"])
        completions = [complete(code["member"]) for _ in range(CELLS)]
        return ready, first, statistics.median(cells[CELLS // 2 :]), statistics.median(completions[CELLS // 2 :])
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


for run in range(int(sys.argv[1])):
    for kernel in CODE:
        print(kernel, *("%.6f" % seconds for seconds in measure(kernel)), sep="\t", flush=True)
