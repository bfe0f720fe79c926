"""Times notebook kernels through Jupyter's own client. Prints a line for each time: kernel, what was measured, seconds.

usage: kernels.py RUNS FOLDER [NOTEBOOK...]

Every folder below FOLDER is a JUPYTER_PATH with one kernel named "measured"; its name is that of the kernel. The kernels take turns, so
that what else the machine does is shared. A notebook is run in a copy of its folder, since it reads files beside it.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

CELLS = 50
CODE = {
    "C#": dict(first="1 + 1", cell="var x{0} = {0}; x{0}", member="Enumerable.Range(0, 3).Sel"),
    "python": dict(first="1 + 1", cell="x{0} = {0}; x{0}", member="import itertools; itertools.cha"),
}


def timed(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def dialogue(path, environment, code):
    """The times that a person notices: until the kernel answers, cells, completions."""
    start = time.perf_counter()
    manager = KernelManager(kernel_name="measured", kernel_spec_manager=KernelSpecManager(
        kernel_dirs=[os.path.join(path, "kernels")], ensure_native_kernel=False))
    manager.start_kernel(env=environment, stdout=subprocess.DEVNULL)
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=120)
        yield "ready", time.perf_counter() - start

        def execute(text):
            reply = client.execute_interactive(text, timeout=120, output_hook=lambda message: None)
            assert reply["content"]["status"] == "ok", reply["content"]

        def complete(text):
            identity = client.complete(text)
            while client.get_shell_msg(timeout=120)["parent_header"]["msg_id"] != identity:
                pass

        yield "first cell", timed(lambda: execute(code["first"]))
        cells = [timed(lambda: execute(code["cell"].format(number))) for number in range(CELLS)]
        yield "next cell", statistics.median(cells[CELLS // 2:])
        yield "first completion", timed(lambda: complete(code["member"]))
        completions = [timed(lambda: complete(code["member"])) for _ in range(CELLS)]
        yield "next completion", statistics.median(completions[CELLS // 2:])
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def convert(file, folder, environment):
    """A notebook by nbconvert, from the start of the program to its end."""
    shutil.copy(file, os.path.join(folder, "in.ipynb"))
    return timed(lambda: subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--log-level=ERROR", "--output=out",
         "--ExecutePreprocessor.kernel_name=measured", "--ExecutePreprocessor.timeout=300", "in.ipynb"],
        cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True))


def trivial(environment, code):
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "trivial.ipynb")
        cells = [nbformat.v4.new_code_cell(code["cell"].format(number)) for number in range(11)]
        nbformat.write(nbformat.v4.new_notebook(cells=cells), file)
        return convert(file, folder, environment)


def notebooks(files, environment):
    total = 0.0
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            root = os.path.abspath(os.path.join(os.path.dirname(file), "..", ".."))
            os.symlink(os.path.join(root, "data-samples"), os.path.join(folder, "data-samples"))
            place = os.path.join(folder, "notebooks", "paper")
            os.makedirs(place)
            total += convert(file, place, environment)
    return total


def measure(path, files):
    with open(os.path.join(path, "kernels", "measured", "kernel.json")) as spec:
        language = json.load(spec)["language"]
    environment = {**os.environ, "JUPYTER_PATH": path, "JUPYTER_DATA_DIR": path}
    yield from dialogue(path, environment, CODE[language])
    yield "eleven cells by nbconvert", trivial(environment, CODE[language])
    if files and language == "C#":
        yield f"{len(files)} notebook{'s'[:len(files) - 1]} by nbconvert", notebooks(files, environment)


def main(runs, root, *files):
    kernels = sorted(os.listdir(root))
    for run in range(int(runs)):
        for kernel in kernels[run % len(kernels):] + kernels[:run % len(kernels)]:
            for name, seconds in measure(os.path.join(root, kernel), files):
                print(kernel, name, "%.6f" % seconds, sep="\t", flush=True)


main(*sys.argv[1:])
