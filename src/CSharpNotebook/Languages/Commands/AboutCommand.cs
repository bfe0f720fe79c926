using System.Runtime.InteropServices;
using CSharpNotebook.Directives;
using CSharpNotebook.Engine;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!about</c>: shows the versions of the host.</summary>
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
                ["CSharpNotebook", HostVersions.Host],
                ["C# compiler", $"{HostVersions.Read(typeof(CSharpCompilation).Assembly)} (C# {HostVersions.Language})"],
                ["Runtime", RuntimeInformation.FrameworkDescription],
                ["System", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}"],
            ]));
        return Task.CompletedTask;
    }
}
