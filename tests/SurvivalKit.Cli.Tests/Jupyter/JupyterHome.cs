using System.Diagnostics;
using System.Text;

namespace SurvivalKit.Cli.Tests.Jupyter;

/// <summary>The Jupyter of this machine, with kernels, settings and run-time files in a folder of the test.</summary>
/// <param name="folder">The folder.</param>
/// <param name="environment">What the kernels find in their environment.</param>
public sealed class JupyterHome(string folder, params (string Name, string Value)[] environment)
{
    private const string Advice =
        "on Debian: apt-get install python3-jupyter-kernel-test jupyter-client jupyter-nbconvert jupyter-notebook";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>A Python with the parts of Jupyter that the tests need; null where there is none.</summary>
    public static string? Python { get; } =
        new[] { "/usr/bin/python3", "python3", "python" }.FirstOrDefault(HasJupyter);

    /// <summary>The folder that has a folder for each kernel.</summary>
    public string Kernels => Path.Combine(Data, "kernels");

    private string Data => Path.Combine(folder, "share", "jupyter");

    /// <summary>Skips the test where Jupyter is not installed.</summary>
    public static void Require() => Assert.SkipUnless(Python is not null, $"Jupyter is not on this machine; {Advice}.");

    /// <summary>Executes notebooks with nbconvert.</summary>
    /// <param name="notebooks">The files; they are only read.</param>
    /// <param name="output">The folder that the executed notebooks are written to.</param>
    public async Task ExecuteAsync(IEnumerable<string> notebooks, string output)
    {
        CliRun run = await RunAsync(
            folder,
            [
                "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", output, "--ExecutePreprocessor.timeout=120",
                .. notebooks
            ]);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    /// <summary>Runs a Python program of Jupyter's.</summary>
    public async Task<CliRun> RunAsync(string workingFolder, params string[] arguments)
    {
        using Process process = Start(workingFolder, arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new CliRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts a Python program of Jupyter's; the caller ends it.</summary>
    public Process Start(string workingFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Python!, arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // Nothing of the user's Jupyter is read or written.
        start.Environment["JUPYTER_DATA_DIR"] = Data;
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(folder, "config");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder, "runtime");
        start.Environment["IPYTHONDIR"] = Path.Combine(folder, "ipython");
        start.Environment["JUPYTER_PLATFORM_DIRS"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static bool HasJupyter(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                python, ["-c", "import jupyter_kernel_test, jupyter_client, nbconvert, notebook"])
            { RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
