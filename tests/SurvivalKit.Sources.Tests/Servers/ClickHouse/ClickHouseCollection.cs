namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>The tests that share three ClickHouse servers.</summary>
[CollectionDefinition(Name)]
public sealed class ClickHouseCollection : ICollectionFixture<ClickHouseCluster>
{
    public const string Name = "ClickHouse";
}
