using System.Reflection;
using CSharpNotebook.Cells;
using CSharpNotebook.Display;

namespace CSharpNotebook.Engine.Packages;

/// <summary>
/// Runs the extension assemblies of a referenced package: of each, the public static method <c>Load()</c> of the classes
/// whose names end in <c>KernelExtension</c>. An assembly that is made for .NET Interactive itself cannot be run in this host; a
/// warning reports it.
/// </summary>
internal static class PackageExtension
{
    public static void Run(string package, IReadOnlyList<string> assemblyPaths)
    {
        // All are loaded before any is run, as one can need another.
        foreach ((Assembly Assembly, string Path) extension in assemblyPaths.Select(path => (HostAssemblies.Load(path), path)).ToList())
        {
            string name = Path.GetFileName(extension.Path);
            try
            {
                foreach (Type type in extension.Assembly.GetExportedTypes()
                    .Where(type => type.Name.EndsWith("KernelExtension", StringComparison.Ordinal)))
                {
                    Load(type);
                }
            }
            catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or TypeLoadException)
            {
                CellOutputSink.Current?.Write(
                    "stderr",
                    $"The extension {name} of the package {package} is left out: it needs what is not here ({exception.Message.Split(',')[0]}).\n");
            }
            catch (TargetInvocationException failed)
            {
                throw new CellFailedException(new CellFailure(
                    CellFailureKind.Reference, "ExtensionFailed",
                    $"The extension of the package {package} failed ({name}): {failed.InnerException!.Message}"));
            }
        }
    }

    private static void Load(Type type)
    {
        using (FormatterScope.KeepForProcess())
        {
            type.GetMethod("Load", BindingFlags.Public | BindingFlags.Static, Type.EmptyTypes)?.Invoke(null, null);
        }
    }
}
