namespace SurvivalKit.Cli.Tests.Packages;

/// <summary>The tests of the packages run one after the other and share what is packed.</summary>
[CollectionDefinition(nameof(PackedTests))]
public sealed class PackedTests : ICollectionFixture<PackedProject>;
