using System.Globalization;
using CSharpNotebook.Engine.Packages;

namespace CSharpNotebook.Session;

/// <summary>The options of a <see cref="NotebookSession"/>.</summary>
public sealed record SessionOptions
{
    /// <summary>The packages that <c>#r "nuget: ..."</c> can find; those of the running program by default.</summary>
    public ICarriedPackages Packages { get; init; } = CarriedPackages.OfProcess;

    /// <summary>
    /// Whether a package that is not among <see cref="Packages"/> is restored with the .NET SDK, which may download it. True by
    /// default.
    /// </summary>
    public bool RestorePackages { get; init; } = true;

    /// <summary>
    /// The folder from which <c>#r "path.dll"</c> and <c>#load "file.csx"</c> are resolved; null, the default, is the current folder.
    /// </summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// The culture in which cells run and results are formatted; invariant by default, so that results do not depend on the machine.
    /// </summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>
    /// Whether a cell that is cancelled is stopped at any point, even in an endless loop, with the variables in their state at that moment.
    /// False by default: what the stopped code was changing may be left half changed, which is acceptable only in a kernel.
    /// </summary>
    public bool CanBeStopped { get; init; }

    /// <summary>
    /// Whether C# is the preview of the compiler's next version from the first cell on, as after <c>#!lang preview</c>. False by default:
    /// the newest released version, C# 14.
    /// </summary>
    public bool PreviewLanguage { get; init; }
}
