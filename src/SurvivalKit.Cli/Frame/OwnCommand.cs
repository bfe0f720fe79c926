using System.Reflection;

namespace SurvivalKit.Cli;

/// <summary>The command that starts this program again.</summary>
internal static class OwnCommand
{
    /// <summary>The program with arguments: its executable, or the .NET host with its assembly where there is none.</summary>
    public static IReadOnlyList<string> With(params IEnumerable<string> arguments)
    {
        string process = Environment.ProcessPath ?? "dotnet";
        bool isHost = Path.GetFileNameWithoutExtension(process) is "dotnet";
        return isHost ? [process, Assembly.GetEntryAssembly()!.Location, .. arguments] : [process, .. arguments];
    }
}
