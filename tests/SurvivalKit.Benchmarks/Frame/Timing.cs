using System.Diagnostics;

namespace SurvivalKit.Benchmarks;

/// <summary>How long calls take.</summary>
internal static class Timing
{
    /// <summary>The seconds of each of several runs, a garbage collection before each.</summary>
    /// <param name="prepare">Does what is not timed, and gives the call that is.</param>
    /// <param name="warmUps">The number of runs that are not counted.</param>
    /// <param name="repeats">The number of runs that are.</param>
    public static double[] Seconds<TResult>(Func<Func<TResult>> prepare, int warmUps, int repeats)
    {
        var seconds = new double[repeats];
        for (int run = -warmUps; run < repeats; run++)
        {
            Func<TResult> call = prepare();
            if (run >= 0)
            {
                GC.Collect();
            }

            long start = Stopwatch.GetTimestamp();
            TResult result = call();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            GC.KeepAlive(result);
            if (run >= 0)
            {
                seconds[run] = elapsed.TotalSeconds;
            }
        }

        return seconds;
    }

    /// <summary>The seconds of each of many short calls, one after the other.</summary>
    /// <param name="call">The call.</param>
    /// <param name="warmUps">The number of calls that are not counted.</param>
    /// <param name="repeats">The number of calls that are.</param>
    public static double[] SecondsOfShort<TResult>(Func<TResult> call, int warmUps, int repeats)
    {
        var seconds = new double[repeats];
        for (int run = -warmUps; run < repeats; run++)
        {
            long start = Stopwatch.GetTimestamp();
            TResult result = call();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            GC.KeepAlive(result);
            if (run >= 0)
            {
                seconds[run] = elapsed.TotalSeconds;
            }
        }

        return seconds;
    }

    /// <summary>The middle value; of an even number of them the mean of the two in the middle.</summary>
    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
