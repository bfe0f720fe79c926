using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!about</c>: shows what runs the notebook.</summary>
internal sealed class AboutCommand : ICellCommand
{
    public string Name => "about";

    public string Usage => "#!about";

    public string Summary => "Shows the versions of the host, the compiler and the runtime.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        command.Expect(0);
        context.Sink.AddDisplay(TextTable.Format(
            ["Part", "Version"],
            [
                ["CSharpNotebook", Version(typeof(AboutCommand).Assembly)],
                ["C# compiler", $"{Version(typeof(CSharpCompilation).Assembly)} (C# {LanguageVersionFacts.ToDisplayString(LanguageVersion.Latest.MapSpecifiedToEffectiveVersion())})"],
                ["Runtime", RuntimeInformation.FrameworkDescription],
                ["System", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}"],
            ]));
        return Task.CompletedTask;
    }

    private static string Version(Assembly assembly) =>
        (assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "").Split('+')[0];
}
