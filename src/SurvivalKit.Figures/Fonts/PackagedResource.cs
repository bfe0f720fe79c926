using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SurvivalKit.Figures;

/// <summary>
/// Reads a manifest resource from an assembly that is itself embedded in this one, without loading that assembly:
/// the dependencies of these assemblies are not available.
/// </summary>
internal static class PackagedResource
{
    /// <summary>The bytes of the first resource of <paramref name="carrier"/> whose name satisfies <paramref name="wanted"/>.</summary>
    /// <param name="carrier">Logical name of the embedded assembly, such as <c>carrier/inter</c>.</param>
    /// <param name="wanted">Chooses the resource by its name.</param>
    /// <exception cref="InvalidOperationException">The carrier or the resource is missing: the library was not built correctly.</exception>
    public static byte[] Read(string carrier, Func<string, bool> wanted)
    {
        using Stream stream = typeof(PackagedResource).Assembly.GetManifestResourceStream(carrier)
            ?? throw new InvalidOperationException(
                $"The resource '{carrier}' is missing from SurvivalKit.Figures; build the project again.");
        using var assembly = new PEReader(stream);
        MetadataReader metadata = assembly.GetMetadataReader();
        DirectoryEntry directory = assembly.PEHeaders.CorHeader!.ResourcesDirectory;
        foreach (ManifestResourceHandle handle in metadata.ManifestResources)
        {
            ManifestResource resource = metadata.GetManifestResource(handle);
            if (!wanted(metadata.GetString(resource.Name)))
            {
                continue;
            }

            BlobReader reader = assembly.GetSectionData(directory.RelativeVirtualAddress).GetReader();
            reader.Offset = (int)resource.Offset;
            int length = reader.ReadInt32();
            return reader.ReadBytes(length);
        }

        throw new InvalidOperationException($"The assembly embedded as '{carrier}' does not hold the resource that was looked for.");
    }
}
