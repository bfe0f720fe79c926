using System.Reflection;

namespace SurvivalKit.Cli;

/// <summary>The standard study with its cohort and notebooks, which the program carries so that it can be reproduced anywhere.</summary>
internal static class CarriedStudy
{
    private const string Prefix = "study/";

    /// <summary>Writes the files below a folder, as they lie in the source tree.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="CommandException">A file cannot be written.</exception>
    public static void WriteTo(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            string file = Path.Combine(folder, Path.Combine(name[Prefix.Length..].Split('/')));
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                using Stream content = assembly.GetManifestResourceStream(name)!;
                using FileStream target = new(file, FileMode.CreateNew, FileAccess.Write);
                content.CopyTo(target);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException($"{file}: the file of the study that comes with survkit cannot be written: {e.Message}");
            }
        }
    }
}
