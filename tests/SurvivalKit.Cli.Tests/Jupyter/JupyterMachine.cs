using System.Diagnostics;
using System.Text;

namespace SurvivalKit.Cli.Tests.Jupyter;

/// <summary>The Jupyter of this machine, with our kernel installed in a folder of the test.</summary>
public sealed class JupyterMachine : IDisposable
{
    private const string Advice =
        "on Debian: apt-get install python3-jupyter-kernel-test jupyter-client jupyter-nbconvert jupyter-notebook";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TemporaryFolder _data = new();

    public JupyterMachine()
    {
        Python = FindPython();
        if (Python is null)
        {
            return;
        }

        CliRun install = Survkit.RunProcess(_data.Path, ["kernel", "install", "--prefix", _data.Path]).GetAwaiter().GetResult();
        Assert.Equal(0, install.ExitCode);
    }

    /// <summary>A Python with the parts of Jupyter that the tests need; null where there is none.</summary>
    public string? Python { get; }

    /// <summary>Skips the test where Jupyter is not installed.</summary>
    public void Require() => Assert.SkipUnless(Python is not null, $"Jupyter is not on this machine; {Advice}.");

    /// <summary>Runs a Python program of Jupyter's.</summary>
    public async Task<CliRun> RunAsync(string folder, params string[] arguments)
    {
        using Process process = Start(folder, arguments);
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
    public Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Python!)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        // Nothing of the user's Jupyter is read or written.
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(_data.Path, "share", "jupyter");
        start.Environment["JUPYTER_CONFIG_DIR"] = _data.Place("config");
        start.Environment["JUPYTER_RUNTIME_DIR"] = _data.Place("runtime");
        start.Environment["IPYTHONDIR"] = _data.Place("ipython");
        start.Environment["JUPYTER_PLATFORM_DIRS"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    public void Dispose() => _data.Dispose();

    private static string? FindPython() => new[] { "/usr/bin/python3", "python3", "python" }.FirstOrDefault(HasJupyter);

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
