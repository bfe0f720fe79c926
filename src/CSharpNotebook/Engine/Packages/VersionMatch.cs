namespace CSharpNotebook.Engine.Packages;

/// <summary>How an available version matches a requested one.</summary>
internal enum VersionMatch
{
    /// <summary>It is the requested version.</summary>
    Exact,

    /// <summary>It is higher, which NuGet accepts where it has nothing nearer.</summary>
    Higher,

    /// <summary>It is not accepted.</summary>
    None,
}
