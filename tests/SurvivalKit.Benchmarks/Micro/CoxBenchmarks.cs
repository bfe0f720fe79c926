using BenchmarkDotNet.Attributes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Benchmarks;

/// <summary>Cox regression with Efron's ties, from formula to result.</summary>
[MemoryDiagnoser]
public class CoxBenchmarks
{
    private DataFrame _data = new();

    /// <summary>The number of rows.</summary>
    [Params(1_000, 1_000_000)]
    public int Rows { get; set; }

    /// <summary>The number of covariates.</summary>
    [Params(5, 20)]
    public int Covariates { get; set; }

    /// <summary>Makes the data.</summary>
    [GlobalSetup]
    public void Setup() => _data = PeerData.Make(Rows).Frame;

    /// <summary>Continuous times.</summary>
    [Benchmark]
    public CoxFit Continuous() => Fit("Surv(time, status)");

    /// <summary>About 1000 distinct times.</summary>
    [Benchmark]
    public CoxFit Tied() => Fit("Surv(day, status)");

    /// <summary>Late entry: intervals (start, stop].</summary>
    [Benchmark]
    public CoxFit Intervals() => Fit("Surv(start, stop, dead)");

    private CoxFit Fit(string response) => CoxModel.Fit(_data, $"{response} ~ {CovariateModel.Sum(Covariates)}");
}
