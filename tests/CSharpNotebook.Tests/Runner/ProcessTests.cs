using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace CSharpNotebook.Tests.Runner;

/// <summary>Notebooks in processes of their own, and what the worst of them can do there.</summary>
[Collection(nameof(OwnProcesses))]
public sealed class ProcessTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Environment.Exit(3);", "Environment.Exit", "The cell ended its process with Environment.Exit(3).")]
    [InlineData(
        "Environment.FailFast(\"no way\");", "Environment.FailFast", "The cell ended its process with Environment.FailFast: no way.")]
    [InlineData(
        "int Down(int x) => 1 + Down(x + 1);\nDown(0)",
        "StackOverflow",
        "The cell called itself too often: the stack overflowed, which ended its process.")]
    [InlineData(
        "var thread = new System.Threading.Thread(() => throw new InvalidOperationException(\"from a thread\"));\nthread.Start();\nthread.Join();\nawait Task.Delay(30000);",
        "System.InvalidOperationException",
        "An exception that nothing caught, on a thread that the notebook started, ended the process: from a thread")]
    [InlineData(
        "System.Diagnostics.Process.GetCurrentProcess().Kill();",
        "ProcessKilled",
        "The process that ran the cell was killed, perhaps because the machine ran out of memory.")]
    public async Task A_cell_that_takes_its_process_down_is_named_and_what_came_before_is_kept(string code, string name, string message)
    {
        NotebookRun run = await Run("\"kept\"", "Console.WriteLine(\"last words\");\n" + code, "\"not run\"");
        Assert.Equal(NotebookRunStatus.Failed, run.Status);
        Assert.Equal(
            (CellFailureKind.Process, name, message), (run.Failure!.Cause.Kind, run.Failure.Cause.Name, run.Failure.Cause.Message));
        Assert.Equal((2, 2), (run.Failure.CellNumber, run.Failure.CodeCellNumber));
        Assert.Equal("kept", Assert.IsType<ExecuteResultOutput>(Assert.Single(Outputs(run, 0))).Data["text/plain"]);
        Assert.Equal("last words\n", Assert.IsType<StreamOutput>(Outputs(run, 1)[0]).Text);
        Assert.Equal(message, Assert.IsType<ErrorOutput>(Outputs(run, 1)[^1]).Message);
        Assert.Empty(Outputs(run, 2));
        Assert.DoesNotContain(Outputs(run, 1)[1..], output => output is StreamOutput);
    }

    [Fact]
    public async Task An_endless_cell_is_stopped_after_its_time()
    {
        // The first cell waits for the compiler, however busy the machine is; the second has time to write its text.
        NotebookRun run = await RunWith(
            new() { CellTimeout = TimeSpan.FromSeconds(6) }, "Console.Write(0);", "Console.Write(\"begun\");\nwhile (true) { }", "1");
        Assert.Equal(NotebookRunStatus.TimedOut, run.Status);
        Assert.Equal(
            "notebook: cell 2 (code cell 2): CellTimeout: The cell took longer than 6 s, and was stopped.", run.Failure!.ToString());
        Assert.Equal("begun", Assert.IsType<StreamOutput>(Outputs(run, 1)[0]).Text);
        Assert.IsType<ErrorOutput>(Outputs(run, 1)[1]);
    }

    [Fact]
    public async Task All_cells_together_have_a_time_too()
    {
        NotebookRun run = await RunWith(
            new()
            {
                TotalTimeout = TimeSpan.FromSeconds(1.5),
                CellTimeout =
                TimeSpan.FromMinutes(1)
            }, "await Task.Delay(1000);", "await Task.Delay(60000);");
        Assert.Equal(NotebookRunStatus.TimedOut, run.Status);
        Assert.Equal("The notebook took longer than 1.5 s, and was stopped.", run.Failure!.Cause.Message);
    }

    [Fact]
    public async Task A_program_that_does_not_get_ready_is_given_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The test needs a program that sleeps: /bin/sh.");
        NotebookRun run = await RunWith(
            new() { Worker = new WorkerCommand("/bin/sh", ["-c", "sleep 60"]), StartTimeout = TimeSpan.FromMilliseconds(300) }, "1");
        Assert.Equal(
            "notebook: StartTimeout: The process that was to run the notebook took longer than 0.3 s, and was stopped.",
            run.Failure!.ToString());
        Assert.Equal(NotebookRunStatus.TimedOut, run.Status);
        run = await RunWith(new() { Worker = new WorkerCommand("/bin/sh", ["-c", "echo no luck >&2; exit 7"]) }, "1");
        Assert.Equal(
            "notebook: WorkerNotStarted: The process that was to run the notebook ended before its first cell (exit code 7): no luck",
            run.Failure!.ToString());
        Assert.Equal(NotebookRunStatus.Failed, run.Status);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => RunWith(new() { Worker = new WorkerCommand("/no/such/program", []) }, "1"));
        Assert.StartsWith(
            "The program /no/such/program, which was to run the notebook, cannot be started: ",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_of_other_languages_run_there_too()
    {
        var page = NotebookMetadata.Empty.With("polyglot_notebook", new System.Text.Json.Nodes.JsonObject { ["kernelName"] = "html" });
        NotebookRun run = await NotebookProcess.RunAsync(
            new Notebook([new CodeCell("<b>x</b>") { Metadata = page }, new CodeCell("#!markdown\n*y*")]), cancellationToken: Token);
        Assert.True(run.Succeeded, run.Failure?.ToString());
        Assert.Equal("<b>x</b>", Assert.IsAssignableFrom<RichOutput>(Assert.Single(Outputs(run, 0))).Data["text/html"]);
        Assert.Contains(
            "<em>y</em>", Assert.IsAssignableFrom<RichOutput>(Assert.Single(Outputs(run, 1))).Data["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_output_is_cut_with_a_sentence_and_needs_no_memory()
    {
        NotebookRun run = await RunWith(
            new() { OutputLimit = 100_000, MemoryLimit = 500_000_000 },
            "var line = new string('x', 999_999);\nfor (int i = 0; i < 200; i++) Console.WriteLine(line);\n\"done\"",
            "for (int i = 0; i < 60_000; i++) Console.Write('y');",
            "HTML(new string('z', 200_000))");
        Assert.True(run.Succeeded, run.Failure?.ToString());
        const string Notice = "\nThe output of this cell is longer than 100,000 characters; the rest was left out.\n";
        Assert.Equal([new StreamOutput("stdout", new string('x', 100_000)), new StreamOutput("stderr", Notice)], Outputs(run, 0));
        Assert.Equal(new string('y', 60_000), Assert.IsType<StreamOutput>(Assert.Single(Outputs(run, 1))).Text);
        Assert.Equal(new StreamOutput("stderr", Notice), Assert.Single(Outputs(run, 2)));
    }

    [Fact]
    public async Task A_leak_ends_at_the_limit_of_memory()
    {
        NotebookRun run = await RunWith(
            new() { MemoryLimit = 400_000_000 },
            "\"kept\"",
            "var kept = new List<byte[]>();\nwhile (true) { var block = new byte[10_000_000]; Array.Fill(block, (byte)1); kept.Add(block); }");
        Assert.Equal(NotebookRunStatus.Failed, run.Status);
        Assert.Equal("The notebook needed more memory than the 400 MB that it was given.", run.Failure!.Cause.Message);
        Assert.Single(Outputs(run, 0));
    }

    [Fact]
    public async Task What_a_program_prints_that_a_cell_starts_is_the_cells_output()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The test needs a program that prints: /bin/sh.");
        NotebookRun run = await Run(
            "System.Diagnostics.Process.Start(\"/bin/sh\", new[] { \"-c\", \"echo to out; echo '{}'; echo to err >&2\" }).WaitForExit();",
            "1");
        Assert.True(run.Succeeded, run.Failure?.ToString());
        Assert.Equal([new StreamOutput("stdout", "to out\n{}\n"), new StreamOutput("stderr", "to err\n")], Outputs(run, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Environment.Exit(0);")]
    [InlineData("while (true) { }")]
    public async Task Programs_that_a_cell_leaves_behind_end_with_its_notebook(string code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The test needs a program that sleeps: /bin/sleep.");
        NotebookRun run = await RunWith(
            new()
            {
                CellTimeout =
                TimeSpan.FromSeconds(5)
            }, "var child = System.Diagnostics.Process.Start(\"/bin/sleep\", \"600\");\nchild.Id", code);
        int id = int.Parse(
            Assert.IsType<ExecuteResultOutput>(Assert.Single(Outputs(run, 0))).Data["text/plain"],
            System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(await IsGone(id), $"The program {id} is still there.");
    }

    [Fact]
    public async Task A_cancelled_run_keeps_what_was_put_out()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        NotebookRun run = await NotebookProcess.RunAsync(
            Book("1", "Console.Write(\"begun\");\nSystem.IO.File.WriteAllText(\"begun.txt\", \"\");\nwhile (true) { }"),
            progress: new Watcher(step => { if (step is { CodeCellNumber: 2, Phase: CellPhase.Started }) { source.CancelAfter(200); } }),
            cancellationToken: source.Token);
        Assert.Equal(NotebookRunStatus.Cancelled, run.Status);
        Assert.Single(Outputs(run, 0));
    }

    [Fact]
    public async Task Several_notebooks_run_in_order_or_side_by_side_and_share_nothing()
    {
        NotebookJob[] jobs = [.. Enumerable.Range(0, 4).Select(index => new NotebookJob(
            Book(
                "public static class Own { public static int Value; }",
                $"Own.Value += {index}; Environment.SetEnvironmentVariable(\"OWN\", Environment.GetEnvironmentVariable(\"OWN\") + \"{index}\");",
                "Own.Value + Environment.GetEnvironmentVariable(\"OWN\")"), $"n{index}", null))];
        var finished = new List<int>();
        IReadOnlyList<NotebookRun> runs =
            await NotebookProcess.RunAllAsync(jobs, parallel: 2, finished: (index, _) => finished.Add(index), cancellationToken: Token);
        Assert.Equal(
            ["00", "11", "22", "33"], runs.Select(run => Assert.IsType<ExecuteResultOutput>(Outputs(run, 2)[0]).Data["text/plain"]));
        Assert.Equal(["n0", "n1", "n2", "n3"], runs.Select(run => run.Name));
        Assert.Equal([0, 1, 2, 3], finished.Order());
    }

    private static Notebook Book(params string[] cells) => new(cells.Select(cell => new CodeCell(cell)));

    private static Task<NotebookRun> Run(params string[] cells) => RunWith(new NotebookProcessOptions(), cells);

    private static Task<NotebookRun> RunWith(NotebookProcessOptions options, params string[] cells) =>
        NotebookProcess.RunAsync(Book(cells), options, cancellationToken: Token);

    private static CellOutput[] Outputs(NotebookRun run, int cell) => [.. Assert.IsType<CodeCell>(run.Notebook.Cells[cell]).Outputs];

    private static async Task<bool> IsGone(int id)
    {
        // A process that was killed stays in the process table until its parent, or the process that adopts it, has waited for it.
        for (int attempt = 0; attempt < 100; attempt++)
        {
            string status = $"/proc/{id}/status";
            if (!File.Exists(status) || (await File.ReadAllTextAsync(status, Token)).Contains("State:\tZ", StringComparison.Ordinal))
            {
                return true;
            }

            await Task.Delay(50, Token);
        }
        return false;
    }

    private sealed class Watcher(Action<CellProgress> watch) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => watch(value);
    }
}
