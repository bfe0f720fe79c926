using CSharpNotebook.Engine.Packages;

namespace CSharpNotebook.Jupyter;

/// <summary>How a kernel runs.</summary>
public sealed record JupyterKernelOptions
{
    /// <summary>The packages that <c>#r "nuget: ..."</c> finds without a network; those of the running program by default.</summary>
    public ICarriedPackages Packages { get; init; } = CarriedPackages.OfProcess;

    /// <summary>The folder of the notebook; null, the default, is the current folder, which is where Jupyter starts a kernel.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// Receives a sentence for each error outside cells, such as a message with a wrong signature; by default standard error.
    /// </summary>
    public Action<string> Log { get; init; } = Console.Error.WriteLine;

    /// <summary>
    /// The id of the process with which the kernel ends; by default that of <c>JPY_PARENT_PID</c>, which Jupyter sets. Null:
    /// none. On Windows Jupyter sets no id but a handle that cannot be checked here, and the kernel ends with a shutdown request only.
    /// </summary>
    public int? ParentProcess { get; init; } =
        !OperatingSystem.IsWindows() && int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), out int id) ? id : null;
}
