using BenchmarkDotNet.Attributes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Benchmarks;

/// <summary>Kaplan-Meier curves and the log-rank test, from formula to result.</summary>
[MemoryDiagnoser]
public class CurveBenchmarks
{
    private DataFrame _data = new();

    /// <summary>The number of rows.</summary>
    [Params(1_000, 1_000_000)]
    public int Rows { get; set; }

    /// <summary>The column of times: continuous, or about 1000 distinct.</summary>
    [Params("time", "day")]
    public string Times { get; set; } = "";

    /// <summary>Makes the data.</summary>
    [GlobalSetup]
    public void Setup() => _data = PeerData.Make(Rows).Frame;

    /// <summary>One curve.</summary>
    [Benchmark]
    public KaplanMeierCurves OneCurve() => KaplanMeier.Fit(_data, $"Surv({Times}, status) ~ 1");

    /// <summary>Ten curves.</summary>
    [Benchmark]
    public KaplanMeierCurves TenCurves() => KaplanMeier.Fit(_data, $"Surv({Times}, status) ~ site");

    /// <summary>The log-rank test of three groups.</summary>
    [Benchmark]
    public LogRankResult ThreeGroups() => LogRank.Test(_data, $"Surv({Times}, status) ~ arm");
}
