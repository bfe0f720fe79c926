using System.Runtime.CompilerServices;
using CSharpNotebook.Engine;
using CSharpNotebook.Engine.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Intelligence;

/// <summary>
/// The references of one session with the XML documentation beside their files. The metadata are those that the session has read;
/// the compiler creates separate symbols for them, since it also distinguishes references by their documentation.
/// </summary>
internal sealed class DocumentedReferences
{
    private static readonly DocumentationFiles FrameworkFiles = new(FrameworkDocumentation.Files);

    /// <summary>Keeps the symbols of the framework, which take longest to create, alive; the compiler only holds weak references.</summary>
    private static readonly StrongBox<Compilation?> FrameworkSymbols = new();

    private readonly Dictionary<MetadataReference, MetadataReference> _known = [];

    /// <summary>The references with their documentation; a reference that is not a file has its own or none, and is not changed.</summary>
    public IEnumerable<MetadataReference> Of(IReadOnlyCollection<MetadataReference> references)
    {
        foreach (MetadataReference gone in _known.Keys.Except(references).ToList())
        {
            _known.Remove(gone);
        }

        foreach (MetadataReference reference in references)
        {
            if (!_known.ContainsKey(reference))
            {
                _known[reference] = Make(reference);
            }
        }
        if (FrameworkSymbols.Value is null)
        {
            MetadataReference[] framework = [.. _known.Where(pair => IsOfFramework(pair.Key)).Select(pair => pair.Value)];
            var compilation = CSharpCompilation.Create("framework", references: framework);
            foreach (MetadataReference reference in framework)
            {
                compilation.GetAssemblyOrModuleSymbol(reference);
            }

            FrameworkSymbols.Value = compilation;
        }
        return references.Select(reference => _known[reference]);
    }

    private static bool IsOfFramework(MetadataReference reference) =>
        reference is PortableExecutableReference { FilePath: { } path } && HostAssemblies.FrameworkPaths.Contains(path);

    private static MetadataReference Make(MetadataReference reference)
    {
        if (reference is not PortableExecutableReference { FilePath: { } path } file || file.GetMetadata() is not AssemblyMetadata metadata)
        {
            return reference;
        }

        return metadata.GetReference(
            IsOfFramework(file) ? FrameworkFiles : new DocumentationFiles([Path.ChangeExtension(path, ".xml")]), filePath: path);
    }
}
