namespace SurvivalKit.Published.Tests;

/// <summary>A verdict is never harsher than the arithmetic: what patients gave is never inconsistent, however it is rounded.</summary>
public class ConsistentStudyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Numbers_that_data_gave_are_never_inconsistent(int block)
    {
        List<string> harsh = [];
        var reached = new HashSet<Verdict>();
        for (int seed = 50 * block; seed < 50 * (block + 1); seed++)
        {
            StudyAudit audit = StudyAudit.Run(new RandomTrial(seed).Print());
            reached.UnionWith(audit.Claims.Select(claim => claim.Verdict));
            harsh.AddRange(audit.Of(Verdict.Inconsistent).Select(claim => $"{seed}: {claim.Claim.Id} = {claim.Claim.Printed}: {claim.Explanation}"));
        }

        Assert.True(harsh.Count == 0, string.Join("\n", harsh));
        Assert.Equal([Verdict.Recomputed, Verdict.Rounding, Verdict.NotCheckable], reached.Order());
    }
}
