namespace SurvivalKit.Published.Tests;

/// <summary>No false contradictions: figures computed from patients are never inconsistent, however they are rounded.</summary>
public class ConsistentStudyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Numbers_that_data_gave_are_never_inconsistent(int block) => RandomSeed.Run(seed =>
    {
        // The blocks, which run next to each other, have different trials even with the same seed.
        var random = new Random(unchecked(seed + (block * 1_000_003)));
        List<string> harsh = [];
        var reached = new HashSet<Verdict>();
        for (int trial = 0; trial < 50; trial++)
        {
            StudyAudit audit = StudyAudit.Run(new RandomTrial(random).Print());
            reached.UnionWith(audit.Claims.Select(claim => claim.Judgement.Verdict));
            harsh.AddRange(audit.Of(Verdict.Inconsistent)
                .Select(claim => $"trial {trial}: {claim.Claim.Id} = {claim.Claim.Printed}: {claim.Judgement.Explanation}"));
        }

        Assert.True(harsh.Count == 0, string.Join("\n", harsh));
        Assert.Equal([Verdict.Recomputed, Verdict.Rounding, Verdict.NotCheckable], reached.Order());
    });
}
