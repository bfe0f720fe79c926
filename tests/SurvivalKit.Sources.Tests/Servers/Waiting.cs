using System.Diagnostics;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>Waits for what a server does in its own time.</summary>
internal static class Waiting
{
    /// <summary>Waits until something is so.</summary>
    public static async Task Until(Func<Task<bool>> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "It does not come.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
