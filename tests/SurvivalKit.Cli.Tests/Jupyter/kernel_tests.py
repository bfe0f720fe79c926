"""The official conformance suite of Jupyter (jupyter_kernel_test) on the installed kernel, with every sample supplied,
and what it leaves out: interrupt and restart by Jupyter's own kernel manager."""
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("trouble");'
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Math.Sq", "matches": {"Sqrt"}},
        {"text": "foreac", "matches": {"foreach"}},
        {"text": '"text".Len', "matches": {"Length"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", "class A { }", "foreach (var i in new[] { 1 })\n{\n}", 'var s = @"a\nb";']
    incomplete_code_samples = ["class A {", "foreach (var i in new[] { 1 })\n{", "Console.WriteLine(", "var x = ", "/* a comment"]
    invalid_code_samples = ["class { }}", "foreach )", "1 + ) 2"]
    code_page_something = "#!help Console.WriteLine"
    code_generate_error = 'throw new InvalidOperationException("on purpose");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"text"', "result": "text"},
        {"code": "new { A = 1 }", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": '"<svg/>".DisplayAs("image/svg+xml");', "mime": "image/svg+xml"},
    ]
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = "Console.WriteLine(1); Kernel.ClearOutput();"

    def test_interrupt_keeps_the_state(self):
        self.flush_channels()
        self.kc.execute('var kept = 6; Console.WriteLine("on"); while (true) { }')
        while self.kc.get_iopub_msg(timeout=15)["msg_type"] != "stream":
            pass
        self.km.interrupt_kernel()
        self.assertEqual(self.get_non_kernel_info_reply(timeout=15)["content"]["ename"], "Interrupted")
        self.flush_channels()
        reply, outputs = self.execute_helper("kept * 7")
        self.assertEqual(outputs[0]["content"]["data"]["text/plain"], "42")

    def test_restart_forgets(self):
        self.execute_helper("var forgotten = 1;")
        self.km.restart_kernel()
        self.kc.wait_for_ready(timeout=30)
        self.flush_channels()
        reply, outputs = self.execute_helper("forgotten")
        self.assertEqual(reply["content"]["ename"], "CS0103")
        self.assertEqual(reply["content"]["execution_count"], 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
