using BenchmarkDotNet.Attributes;

namespace SurvivalKit.Benchmarks;

/// <summary>A Cox fit to 100 rows, as simulations and bootstraps call it.</summary>
[MemoryDiagnoser]
public class SmallFitBenchmarks
{
    private const int Rows = 100;
    private SmallFits _fits = new(Rows, 1);

    /// <summary>The number of covariates.</summary>
    [Params(2, 5)]
    public int Covariates { get; set; }

    /// <summary>Makes the data.</summary>
    [GlobalSetup]
    public void Setup() => _fits = new SmallFits(Rows, Covariates);

    /// <summary>The fit alone.</summary>
    [Benchmark(Baseline = true)]
    public CoxFit FromMatrix() => _fits.FromMatrix();

    /// <summary>Response, matrix and fit.</summary>
    [Benchmark]
    public CoxFit FromArrays() => _fits.FromArrays();

    /// <summary>From formula and data frame.</summary>
    [Benchmark]
    public CoxFit FromFormula() => _fits.FromFormula();
}
