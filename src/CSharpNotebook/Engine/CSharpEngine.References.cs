using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Engine;

// The directives of a cell: packages with their extensions, and assemblies.
public sealed partial class CSharpEngine
{
    private async Task ObeyAsync(CellDirective directive, CancellationToken cancellationToken)
    {
        try
        {
            switch (directive.Kind)
            {
                case DirectiveKind.Package:
                    await ReferPackageAsync(directive.Text, cancellationToken).ConfigureAwait(false);
                    break;
                case DirectiveKind.Assembly:
                    ReferAssembly(directive.Text);
                    break;
                case DirectiveKind.Magic:
                    throw new CellFailedException(new CellFailure(
                        CellFailureKind.Unsupported, "UnknownCommand", $"The command {directive.Text} is not known to this host; C# code was expected."));
                case DirectiveKind.PackageSource or DirectiveKind.Language:
                    // Nothing is downloaded, so a source changes nothing; and C# is what the cell is in already.
                    break;
            }
        }
        catch (CellFailedException failed) when (failed.Failure.Line is null)
        {
            throw new CellFailedException(failed.Failure with { Line = directive.Line });
        }
    }

    private async Task ReferPackageAsync(string specification, CancellationToken cancellationToken)
    {
        foreach (CarriedPackage package in _packages.Resolve(specification))
        {
            if (!_referencedPackages.Add(package.Name)) continue;
            foreach (string assemblyPath in package.AssemblyPaths)
            {
                if (!File.Exists(assemblyPath))
                    throw ReferenceFailed($"The package {package.Name} {package.Version} lacks its assembly {Path.GetFileName(assemblyPath)}, which was expected next to the host.");
                AddReference(HostAssemblies.Load(assemblyPath));
            }
            if (package.ExtensionPath is { } extension) await RunExtensionAsync(package, extension, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs what a package wants to have run when it is referred to, such as the registration of its formatters.</summary>
    private async Task RunExtensionAsync(CarriedPackage package, string extension, CancellationToken cancellationToken)
    {
        string code = DibScript.CSharp(await File.ReadAllTextAsync(extension, cancellationToken).ConfigureAwait(false));
        try
        {
            using (FormatterScope.KeepForProcess()) await SubmitAsync($"extension of {package.Name}", code, cancellationToken).ConfigureAwait(false);
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
                throw ReferenceFailed($"There is no assembly {reference} in {WorkingDirectory}; a path to a .dll was expected.");
            path = hostPath;
        }
        try
        {
            if (HostAssemblies.Find(path) is { } assembly) AddReference(assembly);
            else _script = _script.AddReferences(ScriptSettings.Reference(path));
        }
        catch (BadImageFormatException)
        {
            throw ReferenceFailed($"{reference} is not a .NET assembly.");
        }
    }

    private void AddReference(Assembly assembly)
    {
        _loader.RegisterDependency(assembly);
        PortableExecutableReference reference = ScriptSettings.Reference(assembly.Location);
        if (!_script.MetadataReferences.Contains(reference)) _script = _script.AddReferences(reference);
    }

    private static CellFailedException ReferenceFailed(string message) => new(new CellFailure(CellFailureKind.Reference, "ReferenceNotFound", message));
}
