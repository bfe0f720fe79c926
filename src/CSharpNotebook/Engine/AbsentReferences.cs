using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Engine;

/// <summary>
/// Finds the assemblies that a referenced one needs and the session does not refer to, as Roslyn's scripts do; but those that the host has
/// are the session's own references. Roslyn's would read each of them, the compilers too, in full and anew for every piece.
/// </summary>
/// <param name="references">The references of the session.</param>
/// <param name="others">Finds what the host has not.</param>
internal sealed class AbsentReferences(SessionReferences references, MetadataReferenceResolver others) : MetadataReferenceResolver
{
    // What no cell referred to is known to the compiler and not to the code: Roslyn's name for that.
    private const string Alias = "<implicit>";

    private readonly ConcurrentDictionary<string, PortableExecutableReference> _found = new(StringComparer.Ordinal);

    public override bool ResolveMissingAssemblies => true;

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        HostAssemblies.Paths.TryGetValue(referenceIdentity.Name, out string? path)
            ? _found.GetOrAdd(path, file => references.Get(file).WithAliases([Alias]))
            : others.ResolveMissingAssembly(definition, referenceIdentity);

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        others.ResolveReference(reference, baseFilePath, properties);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => references.GetHashCode();
}
