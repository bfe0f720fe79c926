namespace CSharpNotebook.Engine.Packages;

/// <summary>How a version that is there stands to one that was asked for.</summary>
internal enum VersionMatch
{
    /// <summary>It is what was asked for.</summary>
    Exact,

    /// <summary>It is higher, which NuGet accepts where it has nothing nearer.</summary>
    Higher,

    /// <summary>It is not accepted.</summary>
    None,
}
