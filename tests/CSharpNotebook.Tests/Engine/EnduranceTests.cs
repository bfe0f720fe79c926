using System.Globalization;

namespace CSharpNotebook.Tests.Engine;

/// <summary>
/// Long sessions. The long forms take minutes and run only on request (<c>-explicit only</c>); the short ones always run.
/// </summary>
[Collection(nameof(RunsAlone))]
public sealed class EnduranceTests : SessionTest
{
    private const int Block = 300;

    public EnduranceTests() => Options = Options with { CanBeStopped = true };

    [Fact]
    public Task Cells_that_keep_nothing_leave_nothing() => Cells(500, mostKilobytesPerCell: 8);

    [Fact(Explicit = true)]
    public Task Ten_thousand_cells_that_keep_nothing_leave_nothing() => Cells(10_000, mostKilobytesPerCell: 1);

    [Fact]
    public Task Interrupts_can_follow_each_other() => Interrupts(50);

    [Fact(Explicit = true)]
    public Task A_thousand_interrupts_can_follow_each_other() => Interrupts(1_000);

    /// <summary>Runs cells and compares the memory after a first block, the warm-up, with that at the end.</summary>
    private async Task Cells(int count, double mostKilobytesPerCell)
    {
        await RunWell("var total = 0L;");
        for (int cell = 0; cell < Block; cell++)
        {
            await One(cell);
        }

        long before = Memory();
        for (int cell = 0; cell < count; cell++)
        {
            await One(cell);
        }

        double perCell = (Memory() - before) / 1024.0 / count;
        Assert.Equal((count + Block).ToString(CultureInfo.InvariantCulture), TextOf(await RunWell("total")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{perCell:0.00} KiB a cell");
        Assert.True(perCell < mostKilobytesPerCell, $"{perCell:0.00} KiB a cell");

        Task One(int cell) => RunWell((cell % 3) switch
        {
            0 => "total += 1;",
            1 => $"total += 1; new {{ Cell = {cell} }}.ToString()",
            _ => "foreach (int n in new[] { 1 }) total += n;",
        });
    }

    private async Task Interrupts(int count)
    {
        await RunWell("var turns = 0;");
        for (int time = 0; time < count; time++)
        {
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Session.ExecuteAsync(
                "Console.WriteLine(); while (true) { turns++; System.Threading.Thread.Sleep(0); }",
                new() { Observer = new StopTests.AtFirstText(stop.Cancel) },
                stop.Token));
        }
        Assert.Equal("42", TextOf(await RunWell("42")));
    }

    private static long Memory()
    {
        // The runtime unloads a cell's assembly only after its finalizers ran.
        for (int round = 0; round < 5; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
