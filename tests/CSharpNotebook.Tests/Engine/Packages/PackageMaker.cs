using System.IO.Compression;
using CSharpNotebook.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Tests.Engine.Packages;

/// <summary>Makes small packages, so that tests restore without a network.</summary>
internal static class PackageMaker
{
    public static byte[] Compile(string name, string code, params byte[][] references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code)],
            HostAssemblies.FrameworkPaths.Select(path => MetadataReference.CreateFromFile(path))
                .Concat(references.Select(image => MetadataReference.CreateFromImage(image))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return stream.ToArray();
    }

    /// <summary>Writes a package into a folder that serves as a source.</summary>
    public static void Pack(
        string source,
        string name,
        string version,
        IEnumerable<(string Path, byte[] Content)> files,
        params (string Name, string Version)[] dependencies) =>
        Pack(source, name, version, files, framework: null, dependencies);

    /// <summary>Writes a package that needs a shared framework.</summary>
    public static void Pack(
        string source,
        string name,
        string version,
        IEnumerable<(string Path, byte[] Content)> files,
        string? framework,
        params (string Name, string Version)[] dependencies)
    {
        using ZipArchive archive = ZipFile.Open(Path.Combine(source, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        string needs = string.Concat(dependencies.Select(one => $"<dependency id=\"{one.Name}\" version=\"{one.Version}\" />"));
        string frameworks = framework is null ? ""
            : $"<frameworkReferences><group targetFramework=\"net8.0\"><frameworkReference name=\"{framework}\" /></group></frameworkReferences>";
        string nuspec = $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{name}</id><version>{version}</version><authors>tests</authors><description>test</description>
                <dependencies><group targetFramework="net8.0">{needs}</group></dependencies>{frameworks}
              </metadata>
            </package>
            """;
        Write(archive, name + ".nuspec", System.Text.Encoding.UTF8.GetBytes(nuspec));
        foreach ((string path, byte[] content) in files)
        {
            Write(archive, path, content);
        }
    }

    private static void Write(ZipArchive archive, string path, byte[] content)
    {
        using Stream stream = archive.CreateEntry(path).Open();
        stream.Write(content);
    }
}
