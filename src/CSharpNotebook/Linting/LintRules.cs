using System.Collections.Immutable;

namespace CSharpNotebook.Linting;

/// <summary>The ids of the rules of <see cref="NotebookLint"/>, and what each of them checks.</summary>
public static class LintRules
{
    /// <summary>A package without an exact version, which changes over time.</summary>
    public const string UnpinnedPackage = "unpinned-package";

    /// <summary>Cells that were not run from top to bottom, each once, so that the outputs may not be reproducible.</summary>
    public const string ExecutionOrder = "execution-order";

    /// <summary>A cell without outputs among cells that were run.</summary>
    public const string NotRun = "not-run";

    /// <summary>A path that exists on one machine only.</summary>
    public const string AbsolutePath = "absolute-path";

    /// <summary>A stored error, in a cell whose tags do not allow it to fail.</summary>
    public const string StoredError = "stored-error";

    /// <summary>A notebook that does not name its kernel.</summary>
    public const string MissingKernelspec = "missing-kernelspec";

    /// <summary>Two cells with the same id.</summary>
    public const string DuplicateId = "duplicate-id";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
        [UnpinnedPackage, ExecutionOrder, NotRun, AbsolutePath, StoredError, MissingKernelspec, DuplicateId];
}
