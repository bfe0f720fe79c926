namespace SurvivalKit.Cli.Tests.Jupyter;

/// <summary>The Jupyter of this machine, with the kernel that is built here.</summary>
public sealed class JupyterMachine : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public JupyterMachine()
    {
        Home = new JupyterHome(_data.Path);
        if (JupyterHome.Python is null)
        {
            return;
        }

        CliRun install = Survkit.RunProcess(_data.Path, ["kernel", "install", "--prefix", _data.Path]).GetAwaiter().GetResult();
        Assert.Equal(0, install.ExitCode);
    }

    public JupyterHome Home { get; }

    public void Dispose() => _data.Dispose();
}
