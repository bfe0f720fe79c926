using System.Globalization;
using System.Reflection;
using CSharpNotebook.Cells;
using CSharpNotebook.Directives;
using CSharpNotebook.Display;
using CSharpNotebook.Engine.Packages;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Engine;

// The directives of a cell: packages with their extensions, and assemblies.
internal sealed partial class CSharpEngine
{
    private async Task ObeyAsync(Directive directive, CancellationToken cancellationToken)
    {
        try
        {
            switch (directive.Kind)
            {
                case DirectiveKind.Package:
                    await ReferPackageAsync(directive.Value, cancellationToken).ConfigureAwait(false);
                    break;
                case DirectiveKind.Assembly:
                    ReferAssembly(directive.Value);
                    break;
                case DirectiveKind.PackageSource:
                    AddPackageSource(directive.Value);
                    break;
                case DirectiveKind.Command when directive.Value is not ("csharp" or "c#" or "C#"):
                    throw new CellFailedException(new CellFailure(
                        CellFailureKind.Unsupported, "UnknownCommand",
                        $"The command #!{directive.Value} is not known to this host; C# code was expected."));
            }
        }
        catch (CellFailedException failed) when (failed.Failure.Line is null)
        {
            throw new CellFailedException(failed.Failure with { Line = directive.Line });
        }
    }

    /// <summary>Adds a package and its dependencies to the session.</summary>
    /// <param name="specification">What follows <c>nuget:</c>.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The assemblies of the packages.</returns>
    /// <exception cref="CellFailedException">The package cannot be obtained.</exception>
    internal async Task<IReadOnlyList<Assembly>> ReferPackageAsync(string specification, CancellationToken cancellationToken)
    {
        var assemblies = new List<Assembly>();
        CellOutputSink? sink = CellOutputSink.Current;
        void Warn(string warning) => sink?.Write("stderr", warning + "\n");
        foreach (PackageAssets package in await _packages.ResolveAsync(specification, WorkingDirectory, Warn, cancellationToken)
            .ConfigureAwait(false))
        {
            assemblies.AddRange(package.AssemblyPaths.Select(path => LoadOf(package, path)));
            if (!_referencedPackages.Add(package.Name))
            {
                continue;
            }

            foreach (string framework in package.Frameworks.Where(framework => !HostAssemblies.HasFramework(framework)))
            {
                Warn(
                    $"The package {package.Name} needs the framework {framework}, which this host was not started with; what uses it will fail.");
            }

            foreach (string path in package.NativePaths)
            {
                NativeLibraries.Add(path);
            }

            foreach (Assembly assembly in package.AssemblyPaths.Select(path => LoadOf(package, path)))
            {
                AddReference(assembly);
            }

            PackageExtension.Run(package.Name, package.ExtensionAssemblies);
            foreach (string extension in package.ExtensionScripts)
            {
                await RunExtensionAsync(package, extension, cancellationToken).ConfigureAwait(false);
            }
        }
        return assemblies;
    }

    /// <summary>Adds a source from which packages are restored.</summary>
    /// <param name="source">What follows <c>#i</c>: <c>nuget: </c> and an address or a folder.</param>
    /// <exception cref="CellFailedException">It is neither of these.</exception>
    internal void AddPackageSource(string source) =>
        _packages.AddSource(
            source.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? source["nuget:".Length..].Trim() : source, WorkingDirectory);

    private static Assembly LoadOf(PackageAssets package, string path)
    {
        if (!File.Exists(path))
        {
            throw ReferenceFailed(
                $"The package {package.Name} {package.Version} lacks its assembly {Path.GetFileName(path)}, which was expected next to the host.");
        }

        try
        {
            return HostAssemblies.Load(path);
        }
        catch (FileLoadException)
        {
            throw ReferenceFailed(
                $"The package {package.Name} {package.Version} cannot be loaded, as another version of {Path.GetFileNameWithoutExtension(path)} is loaded already; restart, and refer to this one first.");
        }
    }

    /// <summary>Runs the extension of a referenced package, such as the registration of its formatters.</summary>
    private async Task RunExtensionAsync(PackageAssets package, string extension, CancellationToken cancellationToken)
    {
        string code = DibScript.CSharp(await File.ReadAllTextAsync(extension, cancellationToken).ConfigureAwait(false));
        try
        {
            using (FormatterScope.KeepForProcess())
            {
                await SubmitAsync($"extension of {package.Name}", code, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (CellFailedException failed)
        {
            CellFailure failure = failed.Failure;
            string place = failure.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $", line {line}") : "";
            throw new CellFailedException(failure with
            {
                Line = null,
                Column = null,
                Message = $"The extension of the package {package.Name} failed ({Path.GetFileName(extension)}{place}): {failure.Message}",
            });
        }
    }

    private void ReferAssembly(string reference)
    {
        string path = Path.GetFullPath(reference, WorkingDirectory);
        if (!File.Exists(path))
        {
            // A plain name such as System.Xml means an assembly that the host has.
            if (!HostAssemblies.Paths.TryGetValue(reference.Split(',')[0].Trim(), out string? hostPath))
            {
                throw ReferenceFailed($"There is no assembly {reference} in {WorkingDirectory}; a path to a .dll was expected.");
            }

            path = hostPath;
        }
        try
        {
            if (HostAssemblies.Find(path) is { } assembly)
            {
                AddReference(assembly);
            }
            else
            {
                _script = _script.AddReferences(_references.Get(path));
            }
        }
        catch (BadImageFormatException)
        {
            throw ReferenceFailed($"{reference} is not a .NET assembly.");
        }
    }

    private void AddReference(Assembly assembly)
    {
        _loader.RegisterDependency(assembly);
        PortableExecutableReference reference = _references.Get(assembly.Location);
        if (!_script.MetadataReferences.Contains(reference))
        {
            _script = _script.AddReferences(reference);
        }
    }

    private static CellFailedException ReferenceFailed(string message) =>
        new(new CellFailure(CellFailureKind.Reference, "ReferenceNotFound", message));
}
