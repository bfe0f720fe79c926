using System.Collections.Immutable;

namespace Microsoft.DotNet.Interactive;

/// <summary>A language of this host, where .NET Interactive has a kernel: it can be named and found, but takes no commands.</summary>
/// <param name="Name">The name, as after <c>#!</c>; <c>.NET</c> for the whole host.</param>
/// <param name="Aliases">Other names.</param>
public sealed record KernelDescription(string Name, ImmutableArray<string> Aliases)
{
    /// <summary>The languages; none below a language.</summary>
    public ImmutableArray<KernelDescription> ChildKernels { get; init; } = [];

    /// <summary>Finds a language.</summary>
    /// <param name="name">Its name or an alias, in any case.</param>
    /// <returns>The language; null when it is not known.</returns>
    public KernelDescription? FindKernelByName(string name) => ChildKernels.FirstOrDefault(kernel =>
        kernel.Aliases.Prepend(kernel.Name).Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The name.</summary>
    /// <returns>Such as <c>csharp</c>.</returns>
    public override string ToString() => Name;
}
