using System.Reflection;
using CSharpNotebook.Cells;
using CSharpNotebook.Display;

namespace CSharpNotebook.Engine.Packages;

/// <summary>
/// Runs the extension assemblies of a referenced package: of each, the public static method <c>Load()</c> of the classes
/// whose names end in <c>KernelExtension</c>, and the method of .NET Interactive's <c>IKernelExtension</c>. Most only register formatters;
/// what needs a kernel of .NET Interactive, or more than is here, is left out, and a warning reports it.
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
                foreach (Type type in extension.Assembly.GetExportedTypes().Where(type => type is { IsClass: true }))
                {
                    Load(type);
                }
            }
            catch (TargetInvocationException failed) when (failed.InnerException is NullReferenceException or ArgumentNullException)
            {
                LeaveOut(package, name, "a kernel of .NET Interactive");
            }
            catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or TypeLoadException)
            {
                LeaveOut(package, name, $"what is not here ({exception.Message.Split(',')[0]})");
            }
            catch (TargetInvocationException failed)
            {
                throw new CellFailedException(new CellFailure(
                    CellFailureKind.Reference, "ExtensionFailed",
                    $"The extension of the package {package} failed ({name}): {failed.InnerException!.Message}"));
            }
        }
    }

    private static void LeaveOut(string package, string name, string need) => CellOutputSink.Current?.Write(
        "stderr", $"The extension {name} of the package {package} is left out: it needs {need}.\n");

    private static void Load(Type type)
    {
        using (FormatterScope.KeepForProcess())
        {
            if (type.Name.EndsWith("KernelExtension", StringComparison.Ordinal))
            {
                type.GetMethod("Load", BindingFlags.Public | BindingFlags.Static, Type.EmptyTypes)?.Invoke(null, null);
            }

            if (!type.IsAbstract && type.GetInterface("Microsoft.DotNet.Interactive.IKernelExtension") is { } extension)
            {
                // There is no kernel of that library here to be extended.
                var loading = (Task)extension.GetMethod("OnLoadAsync")!.Invoke(Activator.CreateInstance(type), [null])!;
                Wait(loading);
                DisplayRouter.StayAlone();
            }
        }
    }

    private static void Wait(Task loading)
    {
        try
        {
            loading.GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            throw new TargetInvocationException(exception);
        }
    }
}
