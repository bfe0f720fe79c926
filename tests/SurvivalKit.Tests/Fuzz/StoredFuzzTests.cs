using SurvivalKit.Fuzz;

namespace SurvivalKit.Tests;

/// <summary>A small part of the fuzz against R, with R's answers of once.</summary>
public sealed class StoredFuzzTests
{
    [Theory]
    [InlineData("km")]
    [InlineData("logrank")]
    [InlineData("cox")]
    public void Random_data_sets_have_the_answers_of_R(string function)
    {
        StoredCase[] cases = [.. StoredCases.Read(Repository.File("tests/Fixtures/fuzz.jsonl"))
            .Where(stored => stored.Question.RFunction == function)];
        Assert.True(cases.Length > 50);
        Assert.All(cases, stored => Assert.Equal(
            [],
            Comparison.Of(stored.Question, OurAnswers.To(stored.Question, stored.Set), stored.Answer)
                .Select(difference => $"seed {stored.Seed}, {stored.Question.Formula}: {difference.Class} {difference.Detail}")));
    }
}
