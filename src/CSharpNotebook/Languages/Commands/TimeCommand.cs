using System.Diagnostics;
using System.Globalization;
using CSharpNotebook.Directives;
using CSharpNotebook.Format;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!time</c>: shows at the end of the cell the time since this line.</summary>
internal sealed class TimeCommand : ICellCommand
{
    public string Name => "time";

    public string Usage => "#!time";

    public string Summary => "Shows how long the rest of the cell took.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        command.Expect(0);
        var watch = Stopwatch.StartNew();
        context.AtEnd(() => context.Sink.AddDisplay(
            MimeBundle.Empty.With(
                "text/plain", string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds}ms"))));
        return Task.CompletedTask;
    }
}
