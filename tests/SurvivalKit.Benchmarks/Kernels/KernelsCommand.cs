using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace SurvivalKit.Benchmarks;

/// <summary>
/// <c>kernels</c>: the kernel against Python's and against .NET Interactive, through the same client in the same run, and a notebook
/// without a client.
/// </summary>
internal static class KernelsCommand
{
    private const string Own = "survkit", Headless = "a notebook by survkit notebook run";

    public static Command Create(Streams streams)
    {
        Option<int> runs = CountOption.Create("--runs", "Starts of each kernel; the medians count.", 5, least: 1);
        Option<string> python = new("--python")
        {
            Description = "The Python that has jupyter_client, nbconvert and ipykernel.",
            DefaultValueFactory = _ => "/usr/bin/python3"
        };
        Option<FileInfo> survkit = new("--survkit") { Description = "The installed tool, or the built survkit.dll.", Required = true };
        Option<FileInfo?> interactive = new("--dotnet-interactive") { Description = "The installed tool dotnet-interactive." };
        Option<FileInfo[]> notebooks = new("--notebooks")
        {
            Description = "Notebooks to run with each kernel of C#; the first of them also without a client.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => []
        };
        Command command = new("kernels", "Seconds of notebook kernels: start, cells, completions, whole notebooks.")
        {
            runs, python, survkit, interactive, notebooks
        };
        command.SetAction(parsed => Run(
            streams,
            parsed.GetValue(runs),
            parsed.GetValue(python)!,
            parsed.GetValue(survkit)!,
            parsed.GetValue(interactive),
            [.. parsed.GetValue(notebooks)!.Select(file => file.FullName)]));
        return command;
    }

    private static int Run(
        Streams streams, int runs, string python, FileInfo survkit, FileInfo? interactive, IReadOnlyList<string> notebooks)
    {
        foreach (string file in new[] { survkit.FullName, interactive?.FullName ?? survkit.FullName }.Concat(notebooks))
        {
            if (!File.Exists(file))
            {
                throw new BenchmarkException($"There is no {file}; an installed tool or a notebook was expected.");
            }
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("survivalkit-kernels-");
        try
        {
            string[] own = survkit.Extension == ".dll" ? ["dotnet", survkit.FullName] : [survkit.FullName];
            string kernels = Path.Combine(folder.FullName, "kernels");
            Install(kernels, Own, "C#", [.. own, "kernel", "run", "{connection_file}"]);
            Install(kernels, "ipykernel", "python", [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"]);
            if (interactive is not null)
            {
                Install(
                    kernels, ".NET Interactive", "C#",
                    [interactive.FullName, "jupyter", "{connection_file}", "--default-kernel", "csharp"]);
            }

            string script = Path.Combine(folder.FullName, "kernels.py");
            using (Stream source = typeof(KernelsCommand).Assembly.GetManifestResourceStream("kernels.py")!)
            using (FileStream target = File.Create(script))
            {
                source.CopyTo(target);
            }

            List<KernelTime> times = [.. Start(python, [script, $"{runs}", kernels, .. notebooks], folder).Select(KernelTime.Parse)];
            for (int run = 0; run < runs && notebooks.Count > 0; run++)
            {
                long begun = Stopwatch.GetTimestamp();
                string[] arguments = [.. own[1..], "notebook", "run", notebooks[0], "--out", Path.Combine(folder.FullName, "executed")];
                _ = Start(own[0], arguments, folder).Count();
                times.Add(new KernelTime(Own, Headless, Stopwatch.GetElapsedTime(begun).TotalSeconds));
            }

            streams.Output.WriteLine(
                FormattableString.Invariant($"{Machine.Describe(null)}; medians of {runs} starts, through jupyter_client.\n"));
            streams.Output.Write(KernelTime.Table(times));
            return ExitCodes.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Install(string kernels, string name, string language, string[] command)
    {
        string folder = Path.Combine(kernels, name, "kernels", "measured");
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "kernel.json"),
            JsonSerializer.Serialize(new { argv = command, display_name = name, language }));
    }

    /// <summary>Runs a program to its end and gives the lines that it prints.</summary>
    private static IEnumerable<string> Start(string program, IReadOnlyList<string> arguments, DirectoryInfo folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
        // Nothing of the user's is written.
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
                $"{program} cannot be started; jupyter-client, nbconvert and ipykernel were expected (on Debian: apt-get install jupyter-client jupyter-nbconvert python3-ipykernel).");
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
