using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;

namespace SurvivalKit.Benchmarks;

/// <summary><c>kernels</c>: the kernel against Python's, through the same client in the same run.</summary>
internal static class KernelsCommand
{
    private static readonly string[] Kernels = [".net-csharp", "python3"];

    public static Command Create(Streams streams)
    {
        Option<int> runs = CountOption.Create("--runs", "Starts of each kernel; the medians count.", 5, least: 1);
        Option<string> python = new("--python")
        {
            Description = "The Python that has jupyter_client and ipykernel.",
            DefaultValueFactory = _ => "/usr/bin/python3"
        };
        Option<FileInfo> survkit = new("--survkit") { Description = "The built command line, survkit.dll.", Required = true };
        Command command = new(
            "kernels",
            "Seconds until the kernel is ready, and of its cells and completions, against Python's ipykernel.") { runs, python, survkit };
        command.SetAction(parsed => Run(streams, parsed.GetValue(runs), parsed.GetValue(python)!, parsed.GetValue(survkit)!));
        return command;
    }

    private static int Run(Streams streams, int runs, string python, FileInfo survkit)
    {
        if (!survkit.Exists)
        {
            throw new BenchmarkException($"There is no {survkit.FullName}; build src/SurvivalKit.Cli first.");
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("survivalkit-kernels-");
        try
        {
            _ = Start("dotnet", [survkit.FullName, "kernel", "install", "--prefix", folder.FullName], folder).Count();
            string script = Path.Combine(folder.FullName, "kernels.py");
            using (Stream source = typeof(KernelsCommand).Assembly.GetManifestResourceStream("kernels.py")!)
            using (FileStream target = File.Create(script))
            {
                source.CopyTo(target);
            }

            List<KernelTimes> times = [.. Start(python, [script, $"{runs}"], folder).Select(KernelTimes.Parse)];
            streams.Output.WriteLine(
                FormattableString.Invariant($"{Machine.Describe(null)}; medians of {runs} starts, through jupyter_client.\n"));
            streams.Output.WriteLine($"{"",-14} {"ready (s)",10} {"first cell (s)",15} {"next cell (ms)",15} {"completion (ms)",16}");
            foreach (string kernel in Kernels)
            {
                var median = KernelTimes.Median(kernel, [.. times.Where(time => time.Kernel == kernel)]);
                streams.Output.WriteLine(FormattableString.Invariant(
                    $"{kernel,-14} {median.Ready,10:0.00} {median.FirstCell,15:0.00} {1000 * median.NextCell,15:0.0} {1000 * median.Completion,16:0.0}"));
            }
            return ExitCodes.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs a program to its end and gives the lines that it prints.</summary>
    private static IEnumerable<string> Start(string program, IReadOnlyList<string> arguments, DirectoryInfo folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
        // The kernel is found beside those of the machine; nothing of the user's is written.
        start.Environment["JUPYTER_PATH"] = Path.Combine(folder.FullName, "share", "jupyter");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder.FullName, "runtime");
        start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new BenchmarkException(
                $"{program} cannot be started; jupyter-client and ipykernel were expected (on Debian: apt-get install jupyter-client python3-ipykernel).");
        }
        using (process)
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                yield return line;
            }

            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new BenchmarkException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
            }
        }
    }
}
