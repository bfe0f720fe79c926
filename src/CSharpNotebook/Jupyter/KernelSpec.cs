using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Jupyter;

/// <summary>
/// The folder that tells Jupyter how to start the kernel. It has the name and the language of the .NET Interactive kernel, so that
/// notebooks made with that open here, and tools such as papermill recognise the language.
/// </summary>
public static class KernelSpec
{
    /// <summary>The name of the kernel, <c>.net-csharp</c>.</summary>
    public const string Name = ".net-csharp";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the kernel's folder, replacing an existing one.</summary>
    /// <param name="command">The command that runs a kernel; the path of a connection file is appended.</param>
    /// <param name="kernelsFolder">Jupyter's <c>kernels</c> folder; the user's own when null.</param>
    /// <returns>The folder that was written.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Install(IReadOnlyList<string> command, string? kernelsFolder = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        string folder = Path.Combine(kernelsFolder ?? UserFolder(), Name);
        Directory.CreateDirectory(folder);
        var specification = new JsonObject
        {
            ["argv"] = new JsonArray([.. command.Append("{connection_file}").Select(word => (JsonNode?)word)]),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
            // A signal would end the process; a message stops the cell.
            ["interrupt_mode"] = "message",
            // A fast start is more important than the last percent of speed, which profile-guided optimisation would gain.
            ["env"] = new JsonObject { ["DOTNET_TieredPGO"] = "0" },
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        File.WriteAllText(
            Path.Combine(folder, "kernel.json"),
            specification.ToJsonString(Indented) + "\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return folder;
    }

    /// <summary>The folder of the user's Jupyter kernels (jupyter_core, <c>jupyter_data_dir</c>).</summary>
    public static string UserFolder()
    {
        string data = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } set ? set
            : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
            : OperatingSystem.IsMacOS() ? Path.Combine(Home(), "Library", "Jupyter")
            : Path.Combine(
                Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(Home(), ".local", "share"),
                "jupyter");
        return Path.Combine(data, "kernels");
    }

    private static string Home() => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
