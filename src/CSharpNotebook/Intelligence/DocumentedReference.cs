using System.Collections.Concurrent;
using CSharpNotebook.Engine;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Intelligence;

/// <summary>References of a session with the XML documentation that lies beside their files. The metadata are those that the session has read.</summary>
internal static class DocumentedReference
{
    private static readonly ConcurrentDictionary<PortableExecutableReference, MetadataReference> Known = new();

    /// <summary>The reference with its documentation; the same when it is no file, and so brings its own or none.</summary>
    public static MetadataReference Of(MetadataReference reference) => reference is PortableExecutableReference { FilePath: not null } file ? Known.GetOrAdd(file, Make) : reference;

    private static MetadataReference Make(PortableExecutableReference reference)
    {
        if (reference.GetMetadata() is not AssemblyMetadata metadata) return reference;
        string path = reference.FilePath!;
        DocumentationProvider documentation = HostAssemblies.FrameworkPaths.Contains(path)
            ? new DocumentationFiles([.. FrameworkDocumentation.Files])
            : new DocumentationFiles([Path.ChangeExtension(path, ".xml")]);
        return metadata.GetReference(documentation, filePath: path);
    }
}
