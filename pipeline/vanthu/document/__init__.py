"""The data model: one frozen `Plan`, made layer by layer, every value with the evidence it rests on."""
