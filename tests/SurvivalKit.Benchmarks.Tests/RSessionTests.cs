namespace SurvivalKit.Benchmarks.Tests;

/// <summary>Requests to R; skipped where R is not installed.</summary>
public sealed class RSessionTests(RSessionTests.SharedSession shared) : IClassFixture<RSessionTests.SharedSession>
{
    [Fact]
    public void Every_bit_of_a_number_goes_there_and_back()
    {
        RSession session = shared.Need();
        double[] values = [0.1, -0.0, double.Epsilon, double.MaxValue, Math.PI, double.NegativeInfinity, double.NaN];

        session.Write<double>("values", values);

        Assert.Equal(
            values.Select(BitConverter.DoubleToInt64Bits),
            session.Evaluate("read_doubles(\"values\", 7)").Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void A_problem_of_R_is_told_and_the_session_goes_on()
    {
        RSession session = shared.Need();

        RException problem = Assert.Throws<RException>(() => session.Evaluate("stop(\"so it\\nis\")"));

        Assert.Equal("R could not evaluate stop(\"so it\\nis\"): so it is", problem.Message);
        Assert.Equal([3.0], session.Evaluate("1 + 2"));
    }

    [Fact]
    public void A_result_that_differs_is_found()
    {
        RSession session = shared.Need();
        var row = new PeerCase<double>("a number")
        {
            Ours = _ => () => 1,
            Theirs = "1 + 2e-8",
            Quantities = [new("it", value => [value], "result"), new("itself", value => [value], "result - 2e-8")],
        };

        Assert.Equal(["it (1 here, 1 in R) differ by 2.0e-8"], row.Differences(new Microsoft.Data.Analysis.DataFrame(), session));
    }

    [Fact]
    public void Without_R_there_is_no_session() => Assert.Null(RSession.TryStart("no-such-program-as-Rscript"));

    /// <summary>One R for these tests.</summary>
    public sealed class SharedSession : IDisposable
    {
        private readonly RSession? _session = RSession.TryStart();

        internal RSession Need()
        {
            Assert.SkipWhen(_session is null, "There is no Rscript with survival.");
            return _session;
        }

        public void Dispose() => _session?.Dispose();
    }
}
