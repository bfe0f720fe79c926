using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Engine;

/// <summary>
/// The references of one session. The compiler stores the symbols made from a reference with it, and reuses them for the next
/// compilation. When sessions that begin at the same time shared a reference, one cell could be compiled against the symbols of another
/// session, and a method that is in scope from both was ambiguous (CS0121). So each session has references of its own to the common files;
/// only those of the framework are shared, with symbols that were made before any session, since making them takes longer than a cell.
/// </summary>
internal sealed class SessionReferences
{
    // Packages for .NET Interactive depend on it. Cells see this host's types under its names; its own get an alias, so that the compiler
    // still knows what other assemblies mean.
    private const string StoodInFor = "Microsoft.DotNet.Interactive";
    private const string Alias = "dotnet_interactive";

    private static readonly ConcurrentDictionary<string, ModuleMetadata> Modules = new(StringComparer.Ordinal);
    private static readonly ImmutableDictionary<string, PortableExecutableReference> Framework =
        HostAssemblies.FrameworkPaths.ToImmutableDictionary(
            path => path, path => AssemblyMetadata.Create(Read(path)).GetReference(filePath: path, display: path), StringComparer.Ordinal);

    // The compiler holds symbols weakly; this compilation keeps those of the framework alive, and is the first that any other finds.
    private static readonly Compilation FrameworkSymbols = MakeFrameworkSymbols();

    private readonly ConcurrentDictionary<string, PortableExecutableReference> _references = new(StringComparer.Ordinal);

    /// <summary>The session's reference for a file.</summary>
    /// <exception cref="BadImageFormatException">The file is not an assembly.</exception>
    public PortableExecutableReference Get(string path) =>
        Framework.TryGetValue(path, out PortableExecutableReference? shared) ? shared : _references.GetOrAdd(path, Own);

    private static PortableExecutableReference Own(string path) =>
        AssemblyMetadata.Create(Modules.GetOrAdd(path, Read)).GetReference(
            aliases: Path.GetFileNameWithoutExtension(path) == StoodInFor ? [Alias] : default, filePath: path, display: path);

    // The compiler wants the metadata alone. Read whole, the files of a host would be several hundred megabytes in each of its processes.
    private static ModuleMetadata Read(string path) =>
        ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);

    private static CSharpCompilation MakeFrameworkSymbols()
    {
        var compilation = CSharpCompilation.Create("framework", references: Framework.Values);
        foreach (PortableExecutableReference reference in Framework.Values)
        {
            compilation.GetAssemblyOrModuleSymbol(reference);
        }

        return compilation;
    }
}
