"""Commands about the register of the office: taking in, finding, what people say, auditing, keeping safe."""
